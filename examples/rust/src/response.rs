//! Whether a response is a failure, of which kind, and what the body says about it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    ApiError,
    BadRequest,
    CompanyInactive,
    CompanyNotFound,
    Conflict,
    Forbidden,
    NotFound,
    RateLimited,
    ServerError,
    Unauthorized,
    UnexpectedResponse,
}

#[derive(Debug, PartialEq, Eq, Deserialize, thiserror::Error)]
#[serde(deny_unknown_fields)]
#[error("{kind:?}, HTTP {status}: {}", .detail.as_deref().or(title.as_deref()).unwrap_or("no detail"))]
pub struct Failure {
    pub kind: Kind,
    /// As it arrived, even if the body names another one.
    pub status: u16,
    pub title: Option<String>,
    pub detail: Option<String>,
    pub code: Option<String>,
    pub timestamp: Option<DateTime<Utc>>,
}

impl Failure {
    /// A response that is neither an error nor what was asked for.
    pub fn unexpected(status: u16) -> Self {
        Self { kind: Kind::UnexpectedResponse, status, title: None, detail: None, code: None, timestamp: None }
    }
}

/// The failure that a response states. Whether a success can be read as what was asked for is not looked at.
pub fn failure(status: u16, content_type: Option<&str>, body: &[u8]) -> Option<Failure> {
    let error = json(content_type, body).and_then(|body| serde_json::from_slice::<Map<String, Value>>(body).ok());
    let error = error.unwrap_or_default();
    let inner = error.get("status").and_then(Value::as_object);
    let meant = match status {
        300..400 => return Some(Failure::unexpected(status)),
        400.. => status,
        _ => stated_in_success(status, &error)?,
    };
    let mut failure = Failure::unexpected(status);
    if let Some(v1) = inner {
        failure.code = text(v1.get("code"));
        failure.detail = text(v1.get("msg"));
    } else if is_code_form(&error) {
        let details = error.get("details").and_then(Value::as_array).into_iter().flatten();
        let words: Vec<String> =
            error.get("message").into_iter().chain(details).filter_map(|word| text(Some(word))).collect();
        failure.code = text(error.get("code"));
        failure.detail = Some(words.join("; ")).filter(|joined| !joined.is_empty());
    } else {
        failure.title = text(error.get("title"));
        failure.detail = text(error.get("detail"));
        failure.timestamp = error.get("timestamp").and_then(Value::as_str).and_then(parse_time);
    }
    failure.kind = kind(meant, failure.code.as_deref(), failure.detail.as_deref());
    Some(failure)
}

/// The part of a body that is JSON by its content type, without the byte order mark that parsers stumble over.
pub fn json<'a>(content_type: Option<&str>, body: &'a [u8]) -> Option<&'a [u8]> {
    let named = content_type.is_none_or(|name| name.to_ascii_lowercase().contains("json"));
    (named && !body.is_empty()).then(|| body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body))
}

/// The status that an error inside a success counts as, or `None` if there is no error inside.
fn stated_in_success(status: u16, error: &Map<String, Value>) -> Option<u16> {
    match error.get("status") {
        Some(Value::Object(v1)) if v1.get("status") == Some(&"ERROR".into()) => {
            Some(match v1.get("code").and_then(Value::as_str) {
                Some("E_SESSION") => 401,
                Some("E_NO_PERMISSION") => 403,
                Some("E_URL_NOT_FOUND" | "E_RECORD_NOT_FOUND") => 404,
                Some("E_TOO_MANY_REQUESTS") => 429,
                Some("E_UNKNOWN") => 500,
                _ => 400,
            })
        }
        Some(Value::Number(v2)) if error.contains_key("title") || error.contains_key("detail") => {
            v2.as_u64().and_then(|named| u16::try_from(named).ok()).filter(|named| *named >= 400)
        }
        _ => is_code_form(error).then_some(status),
    }
}

fn is_code_form(error: &Map<String, Value>) -> bool {
    error.contains_key("code") && error.keys().all(|key| ["code", "message", "details"].contains(&key.as_str()))
}

fn kind(status: u16, code: Option<&str>, detail: Option<&str>) -> Kind {
    let says = |words: &str| detail.is_some_and(|detail| detail.eq_ignore_ascii_case(words));
    match status {
        400 => Kind::BadRequest,
        401 => Kind::Unauthorized,
        403 => Kind::Forbidden,
        404 if says("Company not found") => Kind::CompanyNotFound,
        404 => Kind::NotFound,
        409 if code == Some("E_TOO_MANY_REQUESTS") => Kind::RateLimited,
        409 if says("Company is inactive") => Kind::CompanyInactive,
        409 => Kind::Conflict,
        429 => Kind::RateLimited,
        500.. => Kind::ServerError,
        _ => Kind::ApiError,
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A day, or a day and a time with a zone or without one, which is UTC.
fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    let text = text.replacen(' ', "T", 1);
    let bare = text.strip_suffix(" UTC").or(text.strip_suffix('Z')).unwrap_or(&text);
    let day = NaiveDate::parse_from_str(bare, "%Y-%m-%d").map(|day| day.and_time(NaiveTime::MIN).and_utc());
    day.or_else(|_| NaiveDateTime::parse_from_str(bare, "%Y-%m-%dT%H:%M:%S%.f").map(|time| time.and_utc()))
        .or_else(|_| DateTime::parse_from_str(bare, "%Y-%m-%dT%H:%M:%S%.f%z").map(|time| time.to_utc()))
        .ok()
}
