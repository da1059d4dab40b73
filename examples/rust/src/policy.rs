//! Which headers go with a request, or why it is refused before anything is sent.

use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use std::net::Ipv4Addr;

pub const API_KEY: HeaderName = HeaderName::from_static("x-api-key");
pub const COMPANY_ID: HeaderName = HeaderName::from_static("x-company-id");

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[error("refused before it was sent: {self:?}")]
pub enum Refusal {
    AccountRouteWithoutContext,
    AgencyRouteWithClientKey,
    AgencyRouteWithCompany,
    AmbiguousPath,
    BodyToOtherOrigin,
    CompanyWithClientKey,
    InsecureBaseUrl,
    InvalidBaseUrl,
    InvalidCompanyId,
    InvalidKey,
}
use Refusal::*;

#[derive(Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyKind {
    Hq,
    Client,
}

/// Whom a request acts for.
#[derive(Clone, Copy)]
pub enum Account {
    Own,
    Company(i64),
}

pub struct HeaderPolicy {
    kind: KeyKind,
    key: HeaderValue,
    context: Option<Account>,
    base: Url,
}

impl HeaderPolicy {
    pub fn new(kind: KeyKind, key: &str, context: Option<Account>, base: &str) -> Result<Self, Refusal> {
        let visible = (1..=512).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
        let mut key = HeaderValue::from_str(key).ok().filter(|_| visible).ok_or(InvalidKey)?;
        key.set_sensitive(true);
        let base = Url::parse(base.strip_suffix('/').unwrap_or(base)).map_err(|_| InvalidBaseUrl)?;
        let bare = base.username().is_empty() && base.password().or(base.query()).or(base.fragment()).is_none();
        let host = base.host_str().unwrap_or_default();
        let loopback = matches!(host, "localhost" | "[::1]") || host.parse().is_ok_and(|ip: Ipv4Addr| ip.is_loopback());
        match (base.scheme(), context) {
            ("http" | "https", _) if !bare || is_ambiguous(base.path()) => Err(InvalidBaseUrl),
            ("http", _) if !loopback => Err(InsecureBaseUrl),
            ("http" | "https", Some(Account::Company(..=0))) => Err(InvalidCompanyId),
            ("http" | "https", _) => Ok(Self { kind, key, context, base }),
            _ => Err(InvalidBaseUrl),
        }
    }

    pub fn headers(&self, url: &Url, has_body: bool) -> Result<HeaderMap, Refusal> {
        let Some(path) = self.below_base(url) else {
            return if has_body { Err(BodyToOtherOrigin) } else { Ok(HeaderMap::new()) };
        };
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
        if is_ambiguous(path) || !path.split('/').take(3).flat_map(str::bytes).all(plain) {
            return Err(AmbiguousPath);
        }
        let agency = path == "/v2/agency" || path.starts_with("/v2/agency/");
        let mut headers = HeaderMap::from_iter([(API_KEY, self.key.clone())]);
        match (self.kind, agency, self.context) {
            (KeyKind::Client, true, _) => return Err(AgencyRouteWithClientKey),
            (KeyKind::Client, false, Some(Account::Company(_))) => return Err(CompanyWithClientKey),
            (KeyKind::Hq, true, Some(_)) => return Err(AgencyRouteWithCompany),
            (KeyKind::Hq, false, None) => return Err(AccountRouteWithoutContext),
            (KeyKind::Hq, false, Some(Account::Company(id))) => drop(headers.insert(COMPANY_ID, id.into())),
            _ => {}
        }
        Ok(headers)
    }

    fn below_base<'a>(&self, url: &'a Url) -> Option<&'a str> {
        let host = |url: &Url| url.host_str().map(|host| host.trim_end_matches('.').to_owned());
        let origin = |url: &Url| (url.scheme().to_owned(), host(url), url.port());
        let path = url.path().strip_prefix(self.base.path().trim_end_matches('/'))?;
        (origin(url) == origin(&self.base) && (path.is_empty() || path.starts_with('/'))).then_some(path)
    }
}

/// `Url` has resolved `.`, `..`, their escapes and `\` before.
fn is_ambiguous(path: &str) -> bool {
    let needless = |byte: u8| byte.is_ascii_alphanumeric() || byte.is_ascii_control() || b"-._~/\\;%".contains(&byte);
    let byte = |rest: &str| rest.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    path.contains("//") || path.contains(';') || path.split('%').skip(1).any(|rest| byte(rest).is_none_or(needless))
}
