<?php

declare(strict_types=1);

namespace Example\Vectors;

use Example\HeaderPolicy;
use Example\Refused;
use Psr\Http\Message\RequestInterface;

/** One case of a file: what all of them have. */
abstract class Vector
{
    public function __construct(protected readonly \stdClass $case)
    {
    }

    /** @throws Wrong if the client does something else than the case expects */
    abstract public function check(): void;

    /** Fails on a key that is not known: it stands for a rule that is not checked. */
    protected static function only(\stdClass $object, string ...$known): void
    {
        if ($unknown = array_diff(array_keys((array) $object), $known)) {
            throw new Wrong('unknown: ' . implode(', ', $unknown));
        }
    }

    /** Who makes the request, and on whose behalf. */
    protected function policy(): HeaderPolicy
    {
        self::only($this->case->key, 'kind', 'value');
        self::only($this->case->context ?? new \stdClass(), 'own_account', 'company', 'company_text');
        $hq = match ($this->case->key->kind) {
            'hq' => true,
            'client' => false,
            default => throw new Wrong("unknown kind of key {$this->case->key->kind}"),
        };
        $context = $this->case->context;
        $ownAccount = $context->own_account ?? false;
        $policy = new HeaderPolicy($this->case->key->value, $hq, $this->base(), ownAccount: $ownAccount);
        return $context !== null && property_exists($context, 'company') ? $policy->forCompany($context->company) : $policy;
    }

    protected function base(): string
    {
        return $this->case->base_url ?? 'https://api.woodpecker.co/rest';
    }

    protected static function compareSent(\stdClass $expect, ?RequestInterface $sent): void
    {
        self::only($expect, 'headers', 'refused', 'or_refused');
        if ($sent === null) {
            throw new Wrong('nothing was sent');
        }
        $headers = [];
        foreach (['x-api-key', 'x-company-id'] as $name) {
            if ($sent->hasHeader($name)) {
                $headers[$name] = implode(',', $sent->getHeader($name));
            }
        }
        if (!isset($expect->headers) || $headers !== (array) $expect->headers) {
            throw new Wrong('sent with the headers ' . implode(', ', array_keys($headers)));
        }
    }

    protected static function compareRefused(\stdClass $expect, Refused $refused): void
    {
        self::only($expect, 'headers', 'refused', 'or_refused');
        if (!in_array($refused->getMessage(), [$expect->refused ?? null, $expect->or_refused ?? null], true)) {
            throw new Wrong("refused: {$refused->getMessage()}");
        }
    }
}
