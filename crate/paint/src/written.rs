//! Text of what stands in a file: decimals and escaped words.
//!
//! Decimals come from whole numbers of small units: the text of any float needs 6 KB of code in the wasm.

/// A number of units, of which ten to the power of `places` make one, without needless zeros.
pub(crate) fn fixed(units: u32, places: u32) -> String {
    let one = 10_u32.pow(places);
    let (whole, part) = (units / one, units % one);
    if part == 0 {
        return whole.to_string();
    }
    let whole = if whole == 0 { String::new() } else { whole.to_string() };
    // A one in front keeps the zeros behind the point.
    let digits = (one + part).to_string();
    format!("{whole}.{}", digits.get(1..).unwrap_or_default().trim_end_matches('0'))
}

/// The text with signs for what means markup.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_short() {
        let cases = [
            (0, 3, "0"),
            (1000, 3, "1"),
            (502, 3, ".502"),
            (50, 3, ".05"),
            (1, 3, ".001"),
            (1100, 3, "1.1"),
            (8713, 2, "87.13"),
            (9600, 2, "96"),
            (111_100, 3, "111.1"),
            (u32::MAX, 3, "4294967.295"),
        ];
        for (units, places, expected) in cases {
            assert_eq!(fixed(units, places), expected, "{units} with {places} places");
        }
    }

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escaped("a <b> & \"c\" 'd'"), "a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;");
    }
}
