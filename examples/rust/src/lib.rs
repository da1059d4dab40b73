//! What a team adds to the generated client: the header policy, one error for every failed response, and whole listings.

pub mod calls;
pub mod paging;
pub mod policy;
pub mod response;
