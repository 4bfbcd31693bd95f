//! Terms of office, chained: who follows another says only for how many months, which is half as long as two dates.
//!
//! Takes the terms of a country's leaders as the list has them ("198212-198812"), gives rows in an order in which each
//! follows the one before where it can, as `term.rs` of the core reads them ("+72").

/// Months since the year 0, the last one included; none where the term goes on.
type Term = (u32, Option<u32>);

/// Terms as the table has them, each with what it came with.
pub fn chained<T: Clone + Ord>(leaders: impl Iterator<Item = (String, T)>) -> Vec<(String, T)> {
    let mut left: Vec<(Vec<Term>, T)> = leaders.map(|(terms, what)| (read(&terms), what)).collect();
    left.sort();
    let mut rows = Vec::new();
    let mut last = None;
    while !left.is_empty() {
        let follows = |(terms, _): &(Vec<Term>, T)| terms.first().map(|(from, _)| *from) == last;
        let at = left.iter().position(follows).unwrap_or(0);
        let (terms, what) = left.remove(at);
        rows.push((written(&terms, &mut last), what));
    }
    rows
}

fn read(terms: &str) -> Vec<Term> {
    let month = |text: &str| text.parse::<u32>().ok().map(|number| number / 100 * 12 + number % 100 - 1);
    terms
        .split(',')
        .filter_map(|term| term.split_once('-'))
        .filter_map(|(from, to)| Some((month(from)?, month(to))))
        .collect()
}

fn written(terms: &[Term], last: &mut Option<u32>) -> String {
    let mut parts = Vec::new();
    for (from, to) in terms {
        let begin =
            if *last == Some(*from) { String::new() } else { format!("{}{:02}", from / 12, from % 12 + 1) };
        parts.push(format!("{begin}+{}", to.map(|to| (to - from).to_string()).unwrap_or_default()));
        *last = to.or(*last);
    }
    parts.join(",")
}

#[cfg(test)]
mod tests {
    use super::chained;

    #[test]
    fn who_follows_another_says_only_how_long() {
        let leaders = [
            ("200012-200612", "b"),
            ("198812-200012", "a"),
            ("200001-", "c"),
            ("200612-200701,200801-200802", "d"),
        ];
        let rows = chained(leaders.into_iter().map(|(terms, who)| (terms.to_owned(), who)));
        let expected = [("198812+144", "a"), ("+72", "b"), ("+1,200801+1", "d"), ("200001+", "c")];
        assert_eq!(rows, expected.map(|(terms, who)| (terms.to_owned(), who)));
    }
}
