/** What a response of the Woodpecker API is: a success, or one kind of error and what it says. */

const BY_STATUS = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  429: "rate_limited",
} as const;

/** What v1's codes stand for where v1 reports a failure inside a 200. */
const V1_STATUS: Readonly<Record<string, number>> = {
  E_SESSION: 401,
  E_NO_PERMISSION: 403,
  E_URL_NOT_FOUND: 404,
  E_RECORD_NOT_FOUND: 404,
  E_TOO_MANY_REQUESTS: 429,
  E_UNKNOWN: 500,
};

export type Kind =
  | (typeof BY_STATUS)[keyof typeof BY_STATUS]
  | "company_not_found"
  | "company_inactive"
  | "server_error"
  | "unexpected_response"
  | "api_error";

/** What an error body says, whichever of its forms it has; `status` is what an error inside a success counts as. */
interface ErrorBody {
  readonly title: string | null;
  readonly detail: string | null;
  readonly code: string | null;
  readonly status: number | null;
  readonly timestamp: Date | null;
}

const NOTHING: ErrorBody = { title: null, detail: null, code: null, status: null, timestamp: null };

/** A response that is not a success. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly title: string | null;
  readonly detail: string | null;
  readonly code: string | null;
  readonly timestamp: Date | null;

  /** `status` is that of HTTP as it arrived. */
  constructor(
    readonly kind: Kind,
    readonly status: number,
    error: ErrorBody,
  ) {
    super([`${status} ${kind}`, error.code, error.title, error.detail].filter((part) => part !== null).join(": "));
    this.title = error.title;
    this.detail = error.detail;
    this.code = error.code;
    this.timestamp = error.timestamp;
  }
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * The error that a response is, or null for a success. `isResult` tells whether a value fits the operation's schema; null
 * for an operation without a response body.
 */
export function errorOf(response: RawResponse, isResult: ((value: unknown) => boolean) | null): ApiError | null {
  const value = parsed(response);
  const error = errorBody(value);
  const { status } = response;
  if (status >= 400) return new ApiError(kindOf(status, error ?? NOTHING), status, error ?? NOTHING);
  if (status >= 300) return new ApiError("unexpected_response", status, NOTHING);
  if (error !== null)
    return new ApiError(error.status === null ? "api_error" : kindOf(error.status, error), status, error);
  // "Nothing found" may come without the empty list.
  const found = status === 204 && response.body === "" ? [] : value;
  return isResult === null || isResult(found) ? null : new ApiError("unexpected_response", status, NOTHING);
}

function kindOf(status: number, { code, detail }: ErrorBody): Kind {
  const about = detail?.toLowerCase();
  if (status === 409 && code === "E_TOO_MANY_REQUESTS") return "rate_limited";
  if (status === 404 && about === "company not found") return "company_not_found";
  if (status === 409 && about === "company is inactive") return "company_inactive";
  if (status in BY_STATUS) return BY_STATUS[status as keyof typeof BY_STATUS];
  return status >= 500 ? "server_error" : "api_error";
}

/** The body as a value; undefined if there is none or it is not JSON. */
function parsed({ headers, body }: RawResponse): unknown {
  if (!(headers.get("content-type") ?? "json").toLowerCase().includes("json")) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function errorBody(body: unknown): ErrorBody | null {
  if (!isObject(body)) return null;
  const { status, code, message, details } = body;
  if (isObject(status) && status["status"] === "ERROR") {
    const v1 = text(status["code"]);
    return { ...NOTHING, detail: text(status["msg"]), code: v1, status: V1_STATUS[v1 ?? ""] ?? 400 };
  }
  if (typeof status === "number" && status >= 400 && ("title" in body || "detail" in body)) {
    const { title, detail, timestamp } = body;
    return { title: text(title), detail: text(detail), code: null, status, timestamp: parseTime(timestamp) };
  }
  if (typeof code === "string" && Object.keys(body).every((name) => ["code", "message", "details"].includes(name))) {
    const lines = [message, ...(Array.isArray(details) ? details : [details])].map(text).filter(Boolean);
    return { ...NOTHING, code, detail: lines.join("; ") || null };
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === "string" ? value : JSON.stringify(value);

const TIME = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z| UTC|([+-]\d\d):?(\d\d))?)?$/;

/** A time in any form of the vendor's, which is UTC unless it says otherwise; null for a text that is none. */
function parseTime(value: unknown): Date | null {
  const parts = typeof value === "string" ? TIME.exec(value) : null;
  const [, day, ofMonth, time = "00:00:00", hours, minutes] = parts ?? [];
  // `Date` takes February 30 for March 2.
  if (day === undefined || new Date(day).getUTCDate() !== Number(ofMonth)) return null;
  const at = new Date(`${day}T${time}${hours === undefined ? "Z" : `${hours}:${minutes}`}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
