/** The steps to which scopes lead. */
import type { ScopeName } from '../messages.ts';

/**
 * The step to which a scope that is chosen leads: the one at which it ends, or, if it is not over as far
 * as is shown, the one at which it begins. Null for no scope.
 */
export function endOf(scope: ScopeName | undefined): number | null {
  return scope ? (scope.leaving ?? scope.left ?? scope.entered) : null;
}

/** The step to which the innermost scope around a step leads, or one around that if it leads nowhere else; null for none. */
export function wayOut(scopes: readonly ScopeName[], step: number): number | null {
  const around = scopes.filter(({ entered, left }) => entered <= step && step <= (left ?? Infinity));
  around.sort((one, other) => other.depth - one.depth);
  for (const scope of around) {
    const end = scope.leaving ?? scope.left;
    if (end === null ? scope.entered < step : end > step) return end ?? scope.entered;
  }
  return null;
}
