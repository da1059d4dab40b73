<?php

declare(strict_types=1);

namespace Example;

use GuzzleHttp\ClientInterface;
use Psr\Http\Message\RequestInterface;
use Woodpecker\Model\ModelInterface;
use Woodpecker\ObjectSerializer;

/**
 * Sends the requests that the generated `…Request` methods make, and reads the responses.
 *
 * The generated methods without that ending would not do: they convert what has the wrong type, and take an error inside a
 * success, or an object that lacks a key, for a value.
 */
final class Reader
{
    public function __construct(private readonly ClientInterface $http)
    {
    }

    /**
     * @param ?string $type the class of the result, with [] for a list; null where there is none
     *
     * @throws Failure for a response that is not a success
     */
    public function read(RequestInterface $request, ?string $type): mixed
    {
        $response = $this->http->send($request, ['http_errors' => false, 'allow_redirects' => false]);
        $status = $response->getStatusCode();
        $media = strtolower($response->getHeaderLine('content-type'));
        $text = (string) $response->getBody();
        $body = null;
        if ($media === '' || str_contains($media, 'json')) {
            $body = json_decode(preg_replace('/^\xEF\xBB\xBF/', '', $text));
        }
        $error = ErrorBody::in($body);
        if ($status >= 400) {
            throw new Failure(Kind::of($status, $error ?? new ErrorBody()), $status, $error);
        }
        if ($status >= 300) {
            throw new Failure(Kind::UnexpectedResponse, $status);
        }
        if ($error !== null) {
            throw new Failure(Kind::of($error->names ?? 0, $error), $status, $error);
        }
        if ($type === null) {
            return null;
        }
        if ($status === 204 && $text === '' && str_ends_with($type, '[]')) {
            return [];
        }
        return self::typed($body, $type) ?? throw new Failure(Kind::UnexpectedResponse, $status);
    }

    /** Null for a value that is not of the type. */
    private static function typed(mixed $value, string $type): mixed
    {
        if (!self::fits($value, $type)) {
            return null;
        }
        try {
            $model = ObjectSerializer::deserialize($value, $type);
        } catch (\InvalidArgumentException) {
            return null;
        }
        return self::isComplete($model) ? $model : null;
    }

    private static function fits(mixed $value, string $type): bool
    {
        if (str_ends_with($type, '[]')) {
            return is_array($value) && array_filter($value, fn ($item) => !self::fits($item, substr($type, 0, -2))) === [];
        }
        if (is_a($type, ModelInterface::class, true)) {
            foreach ($value instanceof \stdClass ? $type::openAPITypes() : [] as $property => $inner) {
                $key = $type::attributeMap()[$property];
                if (isset($value->$key) && !self::fits($value->$key, $inner)) {
                    return false;
                }
            }
            return $value instanceof \stdClass;
        }
        return match ($type) {
            'int' => is_int($value),
            'float' => is_int($value) || is_float($value),
            'bool' => is_bool($value),
            'string', '\DateTime' => is_string($value),
            default => true,
        };
    }

    /** Whether every key is there that the contract requires. */
    private static function isComplete(mixed $value): bool
    {
        if (is_array($value)) {
            return array_filter($value, fn ($item) => !self::isComplete($item)) === [];
        }
        if (!$value instanceof ModelInterface) {
            return true;
        }
        $inner = array_map(fn (string $getter) => $value->$getter(), array_values($value::getters()));
        return $value->valid() && self::isComplete($inner);
    }
}
