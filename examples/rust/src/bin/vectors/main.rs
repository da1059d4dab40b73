//! Runs policy.json, redirects.json and errors.json of the folder that is named: `vectors spec/conformance`.

mod errors;
mod operations;
mod policy;
mod redirects;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use reqwest::Client;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use woodpecker_example::calls::transport;

/// A key without a field is an error here and in every case: it would be a rule that is not checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors<Case> {
    #[serde(rename = "$schema")]
    _schema: IgnoredAny,
    #[serde(rename = "about")]
    _about: IgnoredAny,
    cases: Vec<Case>,
}

enum Passed {
    Run,
    /// The value cannot be handed over, because the type of the parameter excludes it.
    ByType,
}

trait Case: DeserializeOwned {
    fn id(&self) -> &str;

    /// The error says what came of the case instead.
    async fn verdict(&self, transport: &Client) -> Result<Passed, String>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).ok_or("usage: vectors <folder>")?;
    let (folder, transport) = (Path::new(&folder), transport()?);
    let failed = run::<policy::PolicyCase>(folder, "policy", &transport).await?
        + run::<redirects::RedirectsCase>(folder, "redirects", &transport).await?
        + run::<errors::ErrorsCase>(folder, "errors", &transport).await?;
    if failed == 0 { Ok(()) } else { Err(format!("cases that failed: {failed}").into()) }
}

/// How many cases of a file failed.
async fn run<C: Case>(folder: &Path, name: &str, transport: &Client) -> Result<usize, Box<dyn Error>> {
    let file = folder.join(name).with_extension("json");
    let located = |error: &dyn Error| format!("{}: {error}", file.display());
    let text = fs::read(&file).map_err(|error| located(&error))?;
    let vectors: Vectors<C> = serde_json::from_slice(&text).map_err(|error| located(&error))?;
    let (mut by_type, mut failed) = (0, 0);
    for case in &vectors.cases {
        match case.verdict(transport).await {
            Ok(Passed::Run) => {}
            Ok(Passed::ByType) => by_type += 1,
            Err(instead) => {
                failed += 1;
                println!("{name}: {}: {instead}", case.id());
            }
        }
    }
    let note = if by_type == 0 { String::new() } else { format!(" ({by_type} by a parameter's type)") };
    println!("{name}: {} of {}{note}", vectors.cases.len() - failed, vectors.cases.len());
    Ok(failed)
}
