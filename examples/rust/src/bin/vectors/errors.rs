use std::collections::BTreeMap;

use http::Extensions;
use reqwest::{Client, Request, Response};
use reqwest_middleware::{Middleware, Next};
use serde::Deserialize;
use serde::de::IgnoredAny;
use woodpecker::apis::configuration::Configuration;
use woodpecker_example::calls::{Problem, client_builder};
use woodpecker_example::policy::{Account, HeaderPolicy, KeyKind};
use woodpecker_example::response::Failure;

use crate::operations::perform;
use crate::{Case, Passed};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorsCase {
    id: String,
    #[serde(rename = "about")]
    _about: IgnoredAny,
    operation: String,
    answer: RawResponse,
    expect: Expected,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawResponse {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Expected {
    Success {
        #[serde(rename = "kind")]
        _kind: Success,
    },
    Failure(Failure),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Success {
    Success,
}

impl Case for ErrorsCase {
    fn id(&self) -> &str {
        &self.id
    }

    async fn verdict(&self, transport: &Client) -> Result<Passed, String> {
        let api = |context| {
            let given = Configuration::default();
            let policy = HeaderPolicy::new(KeyKind::Hq, "hq-key", context, &given.base_path);
            let client = client_builder(transport, policy.map_err(|refusal| refusal.to_string())?);
            Ok::<_, String>(Configuration { client: client.with(self.answer.clone()).build(), ..given })
        };
        let (agency, account) = (api(None)?, api(Some(Account::Own))?);
        match (&self.expect, perform(&self.operation, &agency, &account).await) {
            (Expected::Success { .. }, Ok(())) => Ok(Passed::Run),
            (Expected::Failure(expected), Err(Problem::Failed(failure))) if *expected == failure => Ok(Passed::Run),
            (_, outcome) => Err(format!("{outcome:?}")),
        }
    }
}

/// In place of the network.
#[async_trait::async_trait]
impl Middleware for RawResponse {
    async fn handle(&self, _: Request, _: &mut Extensions, _: Next<'_>) -> reqwest_middleware::Result<Response> {
        let head = http::Response::builder().status(self.status);
        let head = self.headers.iter().fold(head, |head, (name, value)| head.header(name, value));
        let response = head.body(self.body.clone()).map_err(reqwest_middleware::Error::middleware)?;
        Ok(response.into())
    }
}
