<?php

declare(strict_types=1);

namespace Example\Vectors;

use Example\Refused;
use GuzzleHttp\Psr7\Request;
use GuzzleHttp\Psr7\Response;

final class PolicyCase extends Vector
{
    public function check(): void
    {
        self::only($this->case, 'id', 'about', 'key', 'context', 'base_url', 'request', 'typed', 'expect');
        self::only($this->case->request, 'method', 'path');
        $network = new Network([new Response()]);
        try {
            $policy = $this->policy();
        } catch (Refused $refused) {
            self::compareRefused($this->case->expect, $refused);
            return;
        } catch (\TypeError $error) {
            throw ($this->case->typed ?? false) ? new RuledOut() : $error;
        }
        try {
            $url = preg_replace('~/$~D', '', $this->base()) . $this->case->request->path;
            $policy($network)(new Request($this->case->request->method, $url), []);
        } catch (Refused $refused) {
            self::compareRefused($this->case->expect, $refused);
            return;
        }
        self::compareSent($this->case->expect, $network->sent[0] ?? null);
    }
}
