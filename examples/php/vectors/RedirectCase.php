<?php

declare(strict_types=1);

namespace Example\Vectors;

use Example\Refused;
use GuzzleHttp\Client;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Psr7\Request;
use GuzzleHttp\Psr7\Response;

/** Guzzle follows the redirects, so that what it does to methods, bodies and headers counts, too. */
final class RedirectCase extends Vector
{
    public function check(): void
    {
        self::only($this->case, 'id', 'about', 'key', 'context', 'base_url', 'hops');
        $responses = array_map(
            fn (\stdClass $hop) => new Response($hop->redirect_status, ['location' => $hop->url]),
            array_slice($this->case->hops, 1),
        );
        $network = new Network([...$responses, new Response()]);
        $handlers = HandlerStack::create($network);
        $handlers->push($this->policy());
        $first = $this->case->hops[0];
        $refused = null;
        try {
            $request = new Request($first->method, $first->url, [], $first->body ? '{}' : null);
            (new Client(['handler' => $handlers]))->send($request);
        } catch (Refused $refused) {
        }
        foreach ($this->case->hops as $index => $hop) {
            self::only($hop, 'redirect_status', 'url', 'method', 'body', 'expect');
            $sent = $network->sent[$index] ?? null;
            if ($sent === null && $refused !== null) {
                self::compareRefused($hop->expect, $refused);
                continue;
            }
            self::compareSent($hop->expect, $sent);
            $body = $sent->getBody()->getSize() > 0;
            if ($sent->getMethod() !== $hop->method || $body !== $hop->body) {
                throw new Wrong("hop $index: {$sent->getMethod()}, " . ($body ? 'with' : 'without') . ' a body');
            }
        }
    }
}
