<?php

declare(strict_types=1);

namespace Example;

/** A response that is not a success. */
final class Failure extends \RuntimeException
{
    public readonly ErrorBody $error;

    public function __construct(public readonly Kind $kind, public readonly int $status, ?ErrorBody $error = null)
    {
        $this->error = $error ?? new ErrorBody();
        $parts = [$this->error->code, $this->error->title, $this->error->detail];
        parent::__construct(implode(': ', ["{$kind->value} (status $status)", ...array_filter($parts, is_string(...))]));
    }
}
