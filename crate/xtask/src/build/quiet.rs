//! Panics that end the engine at once, without a word.
//!
//! In the browser nobody reads the message of a panic: the engine traps, and the element starts another one. Yet the
//! message is written, by code and from data that are 2 % of the wasm, and stable Rust has no switch for it. So the
//! bodies of the functions that end in a panic are replaced by the trap itself; wasm-opt then drops what only they
//! called. The places in the source that they named are blanked, which brotli sends for nothing.
//!
//! Needs the names of functions, so it comes before wasm-opt. What is called by another name stays as it was.

use std::fs;
use std::ops::Range;
use std::path::Path;

use walrus::{
    ConstExpr, DataKind, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module, ir::Value,
};

use crate::step::note;
use crate::trouble::Trouble;

/// Parts of the names of functions of the standard library that never return.
const LAST_WORDS: &[&str] = &[
    "::panicking::panic_fmt",
    "::panicking::panic_nounwind",
    "::panicking::panic_bounds_check",
    "::panicking::panic_const",
    "::panicking::panic_display",
    "::panicking::panic_in_cleanup",
    "::panicking::panic_with_hook",
    "::cell::panic_already_",
    "::local::panic_access_error",
    "::slice_error_fail",
    "::slice_index_fail",
    "::assert_failed",
    "::len_mismatch_fail",
    "::capacity_overflow",
    "::raw_vec::handle_error",
    "::handle_alloc_error",
    "::option::unwrap_failed",
    "::option::expect_failed",
    "::result::unwrap_failed",
    "::rust_begin_unwind",
    "::__rust_alloc_error_handler",
];

/// The longest path of a source file, and the largest line and column, that are taken for those of a place.
const LONGEST: usize = 200;
const LAST_LINE: usize = 20_000;
const LAST_COLUMN: usize = 400;

/// A place in the source as panics name it: address and length of the file's name, line, column.
const PLACE: usize = 16;

/// Replaces the wasm file by one whose panics only trap.
pub fn panics(wasm: &Path) -> Result<(), Trouble> {
    let mut module = Module::from_file(wasm).map_err(|error| failed(&error))?;
    let functions = silence(&mut module);
    let places = blank(&mut module);
    fs::write(wasm, module.emit_wasm()).map_err(|error| Trouble::file("write", wasm, &error))?;
    note(&format!("{functions} functions that panic only trap; {places} places in the source blanked"));
    Ok(())
}

fn failed(error: &dyn std::fmt::Display) -> Trouble {
    Trouble::new(format!("the engine's wasm cannot be read: {error}"), "report this as a bug")
}

fn silence(module: &mut Module) -> usize {
    let last: Vec<FunctionId> = module
        .funcs
        .iter()
        .filter(|f| f.name.as_deref().is_some_and(is_last_word))
        .map(walrus::Function::id)
        .collect();
    last.into_iter().filter(|id| trap(module, *id).is_some()).count()
}

fn is_last_word(name: &str) -> bool {
    name.ends_with("::panicking::panic") || LAST_WORDS.iter().any(|part| name.contains(part))
}

/// Gives a function of the module the body `unreachable`.
fn trap(module: &mut Module, id: FunctionId) -> Option<()> {
    let FunctionKind::Local(LocalFunction { args, .. }) = &module.funcs.get(id).kind else { return None };
    let args = args.clone();
    let kind = module.types.get(module.funcs.get(id).ty());
    let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    builder.func_body().unreachable();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(args));
    Some(())
}

fn blank(module: &mut Module) -> usize {
    let segments: Vec<_> =
        module.data.iter().filter_map(|data| Some((data.id(), start(&data.kind)?))).collect();
    segments.into_iter().map(|(id, at)| blank_in(&mut module.data.get_mut(id).value, at)).sum()
}

fn start(kind: &DataKind) -> Option<usize> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => usize::try_from(*at).ok(),
        _ => None,
    }
}

/// Blanks the places, and the names of files that they point to, in data that lie at an address; counts the places.
fn blank_in(data: &mut [u8], address: usize) -> usize {
    let first = address.next_multiple_of(4) - address;
    let found: Vec<(usize, Range<usize>)> =
        (first..data.len()).step_by(4).filter_map(|at| Some((at, file_of(data, at, address)?))).collect();
    for (at, file) in &found {
        data[*at..at + PLACE].fill(0);
        data[file.clone()].fill(0);
    }
    found.len()
}

/// Where the file's name lies, when the data at `at` are a place in the source.
fn file_of(data: &[u8], at: usize, address: usize) -> Option<Range<usize>> {
    let word = |index: usize| -> Option<usize> {
        let bytes = data.get(at + 4 * index..at + 4 * index + 4)?;
        usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
    };
    let (start, length) = (word(0)?.checked_sub(address)?, word(1)?);
    let plausible =
        length < LONGEST && (1..LAST_LINE).contains(&word(2)?) && (1..LAST_COLUMN).contains(&word(3)?);
    let file = start..start + length;
    (plausible && data.get(file.clone())?.ends_with(b".rs")).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_panic_are_known_by_name() {
        assert!(is_last_word("core[c5930c85a12de822]::panicking::panic_bounds_check"));
        assert!(is_last_word("<alloc[3ca501edff3f0c7c]::vec::Vec<_, _>>::insert_mut::assert_failed"));
        assert!(is_last_word("core[c5930c85a12de822]::panicking::panic"));
        assert!(!is_last_word("std[a543996e6e7dbf1e]::panicking::panic_count::increase"));
        assert!(!is_last_word("dateline_wire::failure::Failure::new::h32c3c3c1cfbaf283"));
    }

    #[test]
    fn a_silent_function_only_traps() {
        let mut module = Module::default();
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.name("core::panicking::panic_fmt".to_owned()).func_body().i32_const(7).drop();
        let id = builder.finish(Vec::new(), &mut module.funcs);
        assert_eq!(silence(&mut module), 1);
        let local = module.funcs.get(id).kind.unwrap_local();
        let body: Vec<_> = local.block(local.entry_block()).instrs.iter().collect();
        assert!(matches!(body[..], [(walrus::ir::Instr::Unreachable(_), _)]), "{body:?}");
    }

    #[test]
    fn places_and_their_files_are_blanked_and_nothing_else() {
        let words = |words: [u32; 4]| words.map(u32::to_le_bytes).concat();
        let other = words([100, 5, 7, 9]);
        let data = [b"other.rs".to_vec(), words([100, 8, 7, 9]), other.clone()].concat();
        let mut blanked = data.clone();
        assert_eq!(blank_in(&mut blanked, 100), 1);
        assert_eq!(blanked, [vec![0; 8 + PLACE], other].concat());
    }
}
