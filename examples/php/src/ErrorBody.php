<?php

declare(strict_types=1);

namespace Example;

/** What an error says, in whichever of its three forms. */
final class ErrorBody
{
    // What the codes of v1's form count as inside a success.
    private const BY_CODE = [
        'E_SESSION' => 401, 'E_NO_PERMISSION' => 403, 'E_URL_NOT_FOUND' => 404, 'E_RECORD_NOT_FOUND' => 404,
        'E_TOO_MANY_REQUESTS' => 429, 'E_UNKNOWN' => 500,
    ];
    private const TIMES = ['!Y-m-d H:i:s', '!Y-m-d H:i:sP', '!Y-m-d H:i:s.u', '!Y-m-d H:i:s.uP', '!Y-m-d'];

    public function __construct(
        public readonly ?string $title = null,
        public readonly ?string $detail = null,
        public readonly ?string $code = null,
        public readonly ?\DateTimeImmutable $timestamp = null,
        public readonly ?int $names = null,
    ) {
    }

    /** The error that a parsed body is, with the status that it names; null if it is none. */
    public static function in(mixed $body): ?self
    {
        if (!$body instanceof \stdClass) {
            return null;
        }
        $status = $body->status ?? null;
        if ($status instanceof \stdClass && ($status->status ?? null) === 'ERROR') {
            $code = self::text($status->code ?? null);
            return new self(detail: self::text($status->msg ?? null), code: $code, names: self::BY_CODE[$code ?? ''] ?? 400);
        }
        if (is_int($status) && $status >= 400 && array_intersect_key((array) $body, ['title' => 1, 'detail' => 1])) {
            return new self(
                self::text($body->title ?? null),
                self::text($body->detail ?? null),
                timestamp: self::time(self::text($body->timestamp ?? null) ?? ''),
                names: $status,
            );
        }
        $others = array_diff_key((array) $body, ['code' => 1, 'message' => 1, 'details' => 1]);
        if (is_string($body->code ?? null) && $others === []) {
            $details = $body->details ?? null;
            $lines = array_map(self::text(...), [$body->message ?? null, ...(is_array($details) ? $details : [$details])]);
            return new self(detail: implode('; ', array_filter($lines, fn (?string $line) => ($line ?? '') !== '')) ?: null, code: $body->code);
        }
        return null;
    }

    private static function text(mixed $value): ?string
    {
        return $value === null || is_string($value) ? $value : json_encode($value);
    }

    /** Null for a text that is no time. */
    private static function time(string $text): ?\DateTimeImmutable
    {
        $text = preg_replace(['/ UTC$/D', '/T/'], ['', ' '], $text);
        foreach (self::TIMES as $format) {
            $time = \DateTimeImmutable::createFromFormat($format, $text, new \DateTimeZone('UTC'));
            // A warning is of a day that the month does not have.
            $errors = \DateTimeImmutable::getLastErrors();
            if ($time !== false && ($errors === false || $errors['warning_count'] === 0)) {
                return $time;
            }
        }
        return null;
    }
}
