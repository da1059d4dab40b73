use std::collections::BTreeMap;

use http::Extensions;
use reqwest::{Client, Method, Request, Response, Url};
use reqwest_middleware::{Middleware, Next};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use woodpecker::apis::configuration::Configuration;
use woodpecker_example::calls::client_builder;
use woodpecker_example::policy::{API_KEY, Account, COMPANY_ID, HeaderPolicy, KeyKind, Refusal};

use crate::{Case, Passed};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyCase {
    id: String,
    #[serde(rename = "about")]
    _about: IgnoredAny,
    key: Key,
    context: Option<Context>,
    #[serde(default = "server")]
    base_url: String,
    request: Given,
    #[serde(default)]
    typed: bool,
    expect: Expectation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    kind: KeyKind,
    value: Value,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Context {
    Own {
        #[serde(rename = "own_account")]
        _own_account: bool,
    },
    Company {
        company: Value,
        #[serde(rename = "company_text")]
        _company_text: Option<IgnoredAny>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    method: String,
    path: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    headers: Option<BTreeMap<String, String>>,
    refused: Option<Refusal>,
    or_refused: Option<Refusal>,
}

impl Case for PolicyCase {
    fn id(&self) -> &str {
        &self.id
    }

    async fn verdict(&self, transport: &Client) -> Result<Passed, String> {
        let policy = match policy(&self.key, &self.context, &self.base_url) {
            Ok(policy) => policy,
            Err(_) if self.typed => return Ok(Passed::ByType),
            Err(error) => return Err(error.to_string()),
        };
        let base = self.base_url.strip_suffix('/').unwrap_or(&self.base_url);
        let sent = match policy {
            Ok(policy) => {
                let url = format!("{base}{}", self.request.path).parse::<Url>().map_err(|error| error.to_string())?;
                send(transport, policy, &self.request.method, url, false).await?
            }
            Err(refusal) => Err(refusal),
        };
        self.expect.compare(&sent)
    }
}

/// The server that the contract names.
pub fn server() -> String {
    Configuration::default().base_path
}

/// The outer error is a value that no parameter of the policy can hold.
pub fn policy(key: &Key, context: &Option<Context>, base: &str) -> serde_json::Result<Result<HeaderPolicy, Refusal>> {
    let context = match context {
        None => None,
        Some(Context::Own { .. }) => Some(Account::Own),
        Some(Context::Company { company, .. }) => Some(Account::Company(i64::deserialize(company)?)),
    };
    Ok(HeaderPolicy::new(key.kind, &String::deserialize(&key.value)?, context, base))
}

type Sent = Result<BTreeMap<String, String>, Refusal>;

/// The policy's headers as the network would see them, or why the request did not get there.
pub async fn send(
    transport: &Client,
    policy: HeaderPolicy,
    method: &str,
    url: Url,
    body: bool,
) -> Result<Sent, String> {
    let method = method.parse::<Method>().map_err(|error| error.to_string())?;
    let request = client_builder(transport, policy).with(Echo).build().request(method, url);
    let request = request.header(API_KEY, "not-from-the-policy").header(COMPANY_ID, "1");
    let request = if body { request.body("{}") } else { request };
    match request.send().await {
        Ok(response) => {
            let headers = response.headers();
            let values = |name| headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
            let named = [API_KEY, COMPANY_ID].into_iter().filter(|name| headers.contains_key(name));
            Ok(Ok(named.map(|name| (name.to_string(), values(name).collect::<Vec<_>>().join(", "))).collect()))
        }
        Err(reqwest_middleware::Error::Middleware(cause)) => {
            cause.downcast().map(Err).map_err(|error| error.to_string())
        }
        Err(error) => Err(error.to_string()),
    }
}

impl Expectation {
    pub fn compare(&self, sent: &Sent) -> Result<Passed, String> {
        let fits = match sent {
            Ok(headers) => self.headers.as_ref() == Some(headers),
            Err(refusal) => [self.refused, self.or_refused].contains(&Some(*refusal)),
        };
        if fits { Ok(Passed::Run) } else { Err(format!("{sent:?}")) }
    }
}

/// In place of the network: returns the request's own headers.
struct Echo;

#[async_trait::async_trait]
impl Middleware for Echo {
    async fn handle(&self, request: Request, _: &mut Extensions, _: Next<'_>) -> reqwest_middleware::Result<Response> {
        let mut response = http::Response::new("");
        response.headers_mut().clone_from(request.headers());
        Ok(response.into())
    }
}
