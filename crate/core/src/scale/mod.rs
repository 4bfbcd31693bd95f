//! From data to pixels and back: time to x, rows to y, and the ticks of the axis. Small immutable values.

mod band;
mod step;
mod ticks;
mod time;

pub use band::BandScale;
pub use step::Step;
pub use ticks::{MAX_TICKS, Major, Ticks, choose, tick_starts};
pub use time::TimeScale;
