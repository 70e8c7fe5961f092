//! The disk as the journal alone says it must be: a naive twin.

use std::collections::BTreeMap;

use leakproof::journal::{Event, Journal, Kind, OpenMode, ResourceId};
use leakproof::world::{NodeId, World};

/// The bytes of every file that was ever there, by its number: what was there at first, and what was
/// flushed.
pub fn of_flushed_bytes(before: &World, journal: &Journal) -> BTreeMap<NodeId, Vec<u8>> {
    let installed = before.files().into_iter().map(|(_, node, bytes)| (node, bytes.to_vec()));
    let mut disk: BTreeMap<NodeId, Vec<u8>> = installed.collect();
    let mut nodes: BTreeMap<ResourceId, NodeId> = BTreeMap::new();
    let mut buffers: BTreeMap<ResourceId, Vec<u8>> = BTreeMap::new();
    for event in journal.events() {
        let Event { kind, resource, amount, at, detail, .. } = *event;
        match kind {
            Kind::Acquired => {
                nodes.insert(resource, NodeId(amount));
                if detail & OpenMode::TRUNCATED != 0 {
                    disk.insert(NodeId(amount), Vec::new());
                }
            }
            Kind::Written => {
                buffers.entry(resource).or_default().extend_from_slice(journal.bytes(event));
            }
            Kind::Flushed => {
                let buffer = buffers.get_mut(&resource).expect("it was written to");
                let flushed: Vec<u8> = buffer.drain(..amount as usize).collect();
                let (from, to) = (at as usize, at as usize + flushed.len());
                let file = disk.entry(nodes[&resource]).or_default();
                if file.len() < to {
                    file.resize(to, 0);
                }
                file[from..to].copy_from_slice(&flushed);
            }
            _ => {}
        }
    }
    disk
}
