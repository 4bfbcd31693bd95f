//! The order of the functions in the wasm: each stands behind those that it is most like.
//!
//! A compressor says "as so many bytes before", which is shorter the nearer it is, and what it learnt from one kind of
//! code helps with the next piece of that kind. wasm-opt can put functions in the order of their names, so each gets
//! its place as its name. The same wasm always gets the same order.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use walrus::{FunctionKind, Module};
use wasmparser::{BinaryReaderError, Parser, Payload};

use crate::trouble::Trouble;

/// Bytes of code that are compared as one piece.
const PIECE: usize = 6;
/// A piece that more functions have says nothing about likeness.
const COMMON: usize = 60;
/// How many of the functions placed last the next one is compared with.
const WINDOW: usize = 10;
/// Pieces added to each function, so that a tiny one is not like everything.
const LEAST: usize = 20;
/// What one shared piece is worth, before it is divided by the number of functions that have it.
const WORTH: u64 = 1 << 20;

/// Names the functions of a wasm file by the place that each is to have.
pub fn name_by_place(wasm: &Path) -> Result<(), Trouble> {
    let bytes = fs::read(wasm).map_err(|error| Trouble::file("read", wasm, &error))?;
    let order = order(&Likeness::of(&bodies(&bytes).map_err(|error| failed(&error))?));
    let mut module = Module::from_buffer(&bytes).map_err(|error| failed(&error))?;
    let local = module.funcs.iter_mut().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
    for (function, place) in local.zip(places(&order)) {
        function.name = Some(format!("{place:06}"));
    }
    fs::write(wasm, module.emit_wasm()).map_err(|error| Trouble::file("write", wasm, &error))
}

fn failed(error: &dyn std::fmt::Display) -> Trouble {
    Trouble::new(format!("the engine's wasm cannot be read: {error}"), "report this as a bug")
}

/// The code of each function.
fn bodies(wasm: &[u8]) -> Result<Vec<&[u8]>, BinaryReaderError> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(wasm.get(body.range()).unwrap_or_default());
        }
    }
    Ok(bodies)
}

/// Where each function comes to stand in an order.
fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, function) in order.iter().enumerate() {
        places[*function] = place;
    }
    places
}

/// Which functions share which pieces of code.
struct Likeness {
    /// The pieces of each function that others have as well.
    pieces: Vec<Vec<usize>>,
    /// The functions that have each piece.
    holders: Vec<Vec<usize>>,
    /// All pieces of each function, counted.
    sizes: Vec<usize>,
}

impl Likeness {
    fn of(bodies: &[&[u8]]) -> Likeness {
        let distinct: Vec<BTreeSet<&[u8]>> =
            bodies.iter().map(|body| body.windows(PIECE).collect()).collect();
        let mut found: HashMap<&[u8], Vec<usize>> = HashMap::new();
        for (function, pieces) in distinct.iter().enumerate() {
            for piece in pieces {
                found.entry(piece).or_default().push(function);
            }
        }
        let mut pieces = vec![Vec::new(); bodies.len()];
        let shared = found.into_values().filter(|holders| (2..=COMMON).contains(&holders.len()));
        let holders: Vec<Vec<usize>> = shared.collect();
        for (piece, holders) in holders.iter().enumerate() {
            holders.iter().for_each(|holder| pieces[*holder].push(piece));
        }
        Likeness { pieces, holders, sizes: distinct.iter().map(BTreeSet::len).collect() }
    }

    /// Calls back with each function that shares something with this one, and what that is worth.
    fn each(&self, function: usize, mut tell: impl FnMut(usize, u64)) {
        for piece in &self.pieces[function] {
            let holders = &self.holders[*piece];
            holders.iter().for_each(|holder| tell(*holder, WORTH / holders.len() as u64));
        }
    }
}

/// All functions, each behind those that it is most like; the largest first.
fn order(likeness: &Likeness) -> Vec<usize> {
    let mut left: BTreeSet<usize> = (0..likeness.sizes.len()).collect();
    let mut scores = vec![0_u64; likeness.sizes.len()];
    let mut order = Vec::new();
    let mut next = left.iter().copied().max_by_key(|function| likeness.sizes[*function]);
    while let Some(function) = next {
        left.remove(&function);
        order.push(function);
        likeness.each(function, |other, worth| scores[other] += worth);
        if let Some(gone) = order.len().checked_sub(WINDOW + 1) {
            likeness.each(order[gone], |other, worth| scores[other] -= worth);
        }
        let score = |function: usize| scores[function] / (likeness.sizes[function] + LEAST) as u64;
        next = left.iter().copied().rev().max_by_key(|function| score(*function));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_stand_beside_their_like() {
        let bodies: [&[u8]; 5] =
            [b"one-two-three-four", b"ABCDEFGHIJKL", b"two-three-four", b"ABCDEFGHIJ", b"-"];
        assert_eq!(order(&Likeness::of(&bodies)), [0, 2, 1, 3, 4]);
    }

    #[test]
    fn a_place_is_where_the_order_has_the_function() {
        assert_eq!(places(&[2, 0, 1]), [1, 2, 0]);
    }

    #[test]
    fn code_is_read_from_a_wasm_file() {
        let mut module = Module::default();
        let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.func_body().i32_const(7).drop();
        let function = builder.finish(Vec::new(), &mut module.funcs);
        module.exports.add("kept", function);
        let wasm = module.emit_wasm();
        assert_eq!(bodies(&wasm).unwrap(), [[0, 0x41, 7, 0x1a, 0x0b]]);
    }
}
