//! What a team adds to the generated client: the header policy, and one error for every answer.

pub mod answer;
pub mod calls;
pub mod policy;
