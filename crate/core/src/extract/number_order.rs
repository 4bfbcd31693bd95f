//! The order of day and month in dates of three numbers, where the text itself tells it: beside 26/03/2020 in a list,
//! 12/03/2020 is a day of March.

use crate::dates::DateOrder;

/// The order that the caller gives; where that is left to the language, the one that all clear dates of the text have.
pub(super) fn evident(text: &str, given: DateOrder) -> DateOrder {
    if given != DateOrder::OfLanguage {
        return given;
    }
    let (mut day_first, mut month_first) = (false, false);
    let bytes = text.as_bytes();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/') {
        let Some((first, second)) = pair(bytes, at) else { continue };
        day_first |= (13..=31).contains(&first) && (1..=12).contains(&second);
        month_first |= (1..=12).contains(&first) && (13..=31).contains(&second);
    }
    match (day_first, month_first) {
        (true, false) => DateOrder::DayMonthYear,
        (false, true) => DateOrder::MonthDayYear,
        _ => given,
    }
}

/// The numbers around the first slash of "26/03/2020".
fn pair(bytes: &[u8], slash: usize) -> Option<(u32, u32)> {
    let before = bytes.get(slash.saturating_sub(3)..slash)?;
    let first = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let after = bytes.get(slash + 1..(slash + 9).min(bytes.len()))?;
    let second = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let year = after.get(second + 1..)?;
    let digits = year.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let fits =
        matches!(first, 1 | 2) && matches!(second, 1 | 2) && after.get(second) == Some(&b'/') && digits == 4;
    let number = |digits: &[u8]| std::str::from_utf8(digits).ok()?.parse().ok();
    let first = number(before.get(before.len() - first..)?)?;
    fits.then_some((first, number(after.get(..second)?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_clear_date_tells_the_others() {
        let order = |text| evident(text, DateOrder::OfLanguage);
        assert_eq!(order("12/03/2020, 26/03/2020"), DateOrder::DayMonthYear);
        assert_eq!(order("12/03/2020, 3/26/2020"), DateOrder::MonthDayYear);
        assert_eq!(order("26/03/2020, 3/26/2020"), DateOrder::OfLanguage);
        assert_eq!(order("12/03/2020"), DateOrder::OfLanguage);
        assert_eq!(order("/ 1/ 26/3 and/or 126/03/2020 26/03/20201"), DateOrder::OfLanguage);
        assert_eq!(evident("26/03/2020", DateOrder::MonthDayYear), DateOrder::MonthDayYear);
    }
}
