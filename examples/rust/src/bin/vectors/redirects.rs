use reqwest::{Client, Url};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::policy::{Context, Expectation, Key, policy, send, server};
use crate::{Case, Passed};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedirectsCase {
    id: String,
    #[serde(rename = "about")]
    _about: IgnoredAny,
    key: Key,
    context: Option<Context>,
    #[serde(default = "server")]
    base_url: String,
    hops: Vec<Hop>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hop {
    /// What it makes of the method and the body is in the file, because the client here follows no redirect.
    #[serde(rename = "redirect_status")]
    _redirect_status: Option<IgnoredAny>,
    url: String,
    method: String,
    body: bool,
    expect: Expectation,
}

impl Case for RedirectsCase {
    fn id(&self) -> &str {
        &self.id
    }

    async fn verdict(&self, transport: &Client) -> Result<Passed, String> {
        let mut before: Option<Url> = None;
        for (number, hop) in self.hops.iter().enumerate() {
            let url = Url::options().base_url(before.as_ref()).parse(&hop.url).map_err(|error| error.to_string())?;
            let policy = policy(&self.key, &self.context, &self.base_url).map_err(|error| error.to_string())?;
            let policy = policy.map_err(|refusal| refusal.to_string())?;
            let sent = send(transport, policy, &hop.method, url.clone(), hop.body).await?;
            hop.expect.compare(&sent).map_err(|instead| format!("hop {number}: {instead}"))?;
            before = Some(url);
        }
        Ok(Passed::Run)
    }
}
