//! The generated operations with the policy on every request, and with one error for every failed response.

use std::cell::Cell;
use std::error::Error;

use http::Extensions;
use http::header::{CONTENT_TYPE, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, Request, Response, StatusCode};
use reqwest_middleware::{ClientBuilder, Middleware, Next};
use woodpecker::apis;

use crate::policy::{API_KEY, COMPANY_ID, HeaderPolicy, Refusal};
use crate::response::{self, Failure};

#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error(transparent)]
    Refused(Refusal),
    #[error(transparent)]
    Failed(Failure),
    #[error(transparent)]
    NoResponse(Box<dyn Error>),
}

tokio::task_local! {
    /// The generated code says what it could not read, but not the status that came with it.
    static STATUS: Cell<u16>;
}

/// Awaits a generated operation.
pub async fn call<T, E: std::fmt::Debug + 'static>(
    operation: impl Future<Output = Result<T, apis::Error<E>>>,
) -> Result<T, Problem> {
    let watched = async {
        operation.await.map_err(|error| match error {
            apis::Error::Serde(_) => Problem::Failed(Failure::unexpected(STATUS.with(Cell::get))),
            apis::Error::ReqwestMiddleware(reqwest_middleware::Error::Middleware(cause)) => cause
                .downcast()
                .map(Problem::Failed)
                .or_else(|cause| cause.downcast().map(Problem::Refused))
                .unwrap_or_else(|cause| Problem::NoResponse(cause.into())),
            other => Problem::NoResponse(Box::new(other)),
        })
    };
    STATUS.scope(Cell::new(0), watched).await
}

/// Redirects are not followed: reqwest would do it below the middleware, with the headers of the first request.
pub fn transport() -> reqwest::Result<Client> {
    Client::builder().redirect(Policy::none()).build()
}

/// What the `client` of a generated `Configuration` is built with.
pub fn client_builder(transport: &Client, policy: HeaderPolicy) -> ClientBuilder {
    ClientBuilder::new(transport.clone()).with(Responses).with(policy)
}

#[async_trait::async_trait]
impl Middleware for HeaderPolicy {
    async fn handle(
        &self,
        mut request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<Response> {
        let allowed = self.headers(request.url(), request.body().is_some());
        let allowed = allowed.map_err(reqwest_middleware::Error::middleware)?;
        request.headers_mut().remove(API_KEY);
        request.headers_mut().remove(COMPANY_ID);
        request.headers_mut().extend(allowed);
        next.run(request, extensions).await
    }
}

struct Responses;

#[async_trait::async_trait]
impl Middleware for Responses {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<Response> {
        let response = next.run(request, extensions).await?;
        let (status, mut headers) = (response.status(), response.headers().clone());
        // Outside of `call` nobody reads it.
        let _ = STATUS.try_with(|kept| kept.set(status.as_u16()));
        let body = response.bytes().await?;
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if let Some(failure) = response::failure(status.as_u16(), content_type, &body) {
            return Err(reqwest_middleware::Error::middleware(failure));
        }
        // The generated code reads no body without a content type. No content is an empty list where one is read.
        let json = response::json(content_type, &body).or((status == StatusCode::NO_CONTENT).then_some(b"[]"));
        if json.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        let mut readable = http::Response::new(json.unwrap_or(&body).to_vec());
        *readable.status_mut() = status;
        *readable.headers_mut() = headers;
        Ok(readable.into())
    }
}
