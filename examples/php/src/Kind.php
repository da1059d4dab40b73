<?php

declare(strict_types=1);

namespace Example;

/** What went wrong: a kind of the table in spec/conformance/README.md. */
enum Kind: string
{
    case BadRequest = 'bad_request';
    case Unauthorized = 'unauthorized';
    case Forbidden = 'forbidden';
    case NotFound = 'not_found';
    case CompanyNotFound = 'company_not_found';
    case Conflict = 'conflict';
    case CompanyInactive = 'company_inactive';
    case RateLimited = 'rate_limited';
    case ServerError = 'server_error';
    case UnexpectedResponse = 'unexpected_response';
    case ApiError = 'api_error';

    public static function of(int $status, ErrorBody $error): self
    {
        return match (true) {
            $status === 409 && $error->code === 'E_TOO_MANY_REQUESTS' => self::RateLimited,
            $status === 404 && strcasecmp($error->detail ?? '', 'Company not found') === 0 => self::CompanyNotFound,
            $status === 409 && strcasecmp($error->detail ?? '', 'Company is inactive') === 0 => self::CompanyInactive,
            $status >= 500 => self::ServerError,
            default => [
                400 => self::BadRequest, 401 => self::Unauthorized, 403 => self::Forbidden, 404 => self::NotFound,
                409 => self::Conflict, 429 => self::RateLimited,
            ][$status] ?? self::ApiError,
        };
    }
}
