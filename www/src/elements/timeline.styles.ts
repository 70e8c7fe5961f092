/** The styles of a timeline: labels at the left, a canvas beside them, and a tip. */
import { css } from 'lit';

export const timelineStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    min-width: 0;
    background: var(--panel);
    --gutter: 12rem;
  }
  .head {
    grid-row: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.875rem;
    padding: 0.25rem 0.875rem;
    border-bottom: 1px solid var(--line);
  }
  .frame {
    grid-row: 2;
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    position: relative;
    min-height: 0;
  }
  .scroll {
    opacity: var(--strength, 1);
    position: relative;
    overflow: hidden auto;
    touch-action: pan-y;
  }
  /* Stays in place while the lanes scroll. It takes no room, so the lanes alone make the height. */
  .still {
    position: sticky;
    top: 0;
    height: 0;
    z-index: 1;
  }
  lp-axis {
    position: absolute;
    left: 0;
    width: var(--gutter);
    height: var(--top);
  }
  canvas {
    position: absolute;
    left: var(--gutter);
    display: block;
    cursor: crosshair;
  }
  canvas:focus-visible {
    outline-offset: -2px;
  }
  .labels {
    position: relative;
    width: var(--gutter);
    border-right: 1px solid var(--line);
    height: var(--all);
    min-height: 100%;
  }
  .label {
    contain: strict;
    position: absolute;
    left: 0;
    right: 0;
    height: var(--lane);
    padding: 0 0.5rem 0 calc(0.875rem + var(--indent) * 0.625rem);
    display: flex;
    gap: 0.375rem;
    align-items: center;
    border-bottom: 1px solid var(--line);
  }
  .label.lit {
    background: var(--step-line);
    outline: 1px solid var(--accent);
    outline-offset: -1px;
  }
  .label .name {
    font: 0.75rem/1.6 var(--code);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .label .line {
    margin-left: auto;
    color: var(--ink-3);
    font-size: 0.75rem;
  }
  .loading {
    position: absolute;
    inset: 50% 0 auto;
    text-align: center;
    color: var(--ink-2);
    /* On a fast line nobody needs to read it. */
    animation: appear 0.2s 0.5s backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .tip {
    position: absolute;
    z-index: 2;
    pointer-events: none;
    max-width: min(22rem, 80vw);
    padding: 0.4375rem 0.625rem;
    background: var(--raised);
    border: 1px solid var(--line-2);
    border-radius: 6px;
    box-shadow: var(--shadow);
    font-size: 0.78125rem;
    overflow-wrap: anywhere;
  }
  .tip p {
    margin: 0;
  }
  .tip p + p {
    color: var(--ink-2);
    margin-top: 0.125rem;
  }
  @media (max-width: 44.99rem) {
    :host {
      --gutter: 5.75rem;
    }
    .label {
      padding: 0 0.25rem 0 calc(0.5rem + var(--indent) * 0.3125rem);
    }
    .label .line {
      display: none;
    }
  }
`;
