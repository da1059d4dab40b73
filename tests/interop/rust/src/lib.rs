//! What a team adds to the generated client: the header policy, one error for every answer, and whole listings.

pub mod answer;
pub mod calls;
pub mod paging;
pub mod policy;
