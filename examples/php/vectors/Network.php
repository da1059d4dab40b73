<?php

declare(strict_types=1);

namespace Example\Vectors;

use GuzzleHttp\Promise\FulfilledPromise;
use GuzzleHttp\Promise\PromiseInterface;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;

/** Stands in for one: a handler of Guzzle that keeps what is sent, and gives one response after another. */
final class Network
{
    /** @var list<RequestInterface> */
    public array $sent = [];

    /** @param list<ResponseInterface> $responses */
    public function __construct(private array $responses)
    {
    }

    public function __invoke(RequestInterface $request, array $options): PromiseInterface
    {
        $this->sent[] = $request;
        return new FulfilledPromise(array_shift($this->responses));
    }
}
