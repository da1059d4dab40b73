<?php

declare(strict_types=1);

namespace Example;

use GuzzleHttp\Psr7\Uri;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\UriInterface;

/**
 * Decides which headers go with a request, as spec/conformance/README.md says.
 * A middleware of Guzzle: pushed last onto a HandlerStack it stands below the one that follows redirects, and sees every hop.
 */
final class HeaderPolicy
{
    private const ABSOLUTE = '~^https?://[^:/?#@][^/?#@]*(/[^?#]*)?$~iD';
    private const SECURE = '~^(https|http (localhost\.|127(\.\d+){3}|::1)) ~';
    private const PLAIN = '~^([a-z0-9_-]*/([a-z0-9_-]*/.*)?)?$~sD';
    // Some servers decode these escapes before they route: control characters, letters, digits and %-./;\_~
    private const AMBIGUOUS = '~//|/\.\.?(/|$)|[\\\\;]|%([01].|2[5def]|3[0-9b]|4[^0]|5[0-9acf]|6[^0]|7[0-9aef])~iD';

    private readonly UriInterface $base;

    /**
     * @param bool $hq         the agency's key, not one client's
     * @param ?int $company    the client company that requests act for
     * @param bool $ownAccount whether they act for the key's own account
     * @throws Refused for a key, an address or an id that must not be used
     */
    public function __construct(
        #[\SensitiveParameter] private readonly string $key,
        private readonly bool $hq,
        private readonly string $baseUrl,
        private readonly ?int $company = null,
        private readonly bool $ownAccount = false,
    ) {
        $absolute = preg_match(self::ABSOLUTE, $baseUrl) && parse_url($baseUrl) !== false;
        $this->base = new Uri($absolute ? $baseUrl : '');
        $reason = match (true) {
            !preg_match('/^[!-~]{1,512}$/D', $key) => 'invalid_key',
            !$absolute || preg_match(self::AMBIGUOUS, $this->base->getPath()) => 'invalid_base_url',
            !preg_match(self::SECURE, self::origin($this->base)) => 'insecure_base_url',
            $company !== null && $company < 1 => 'invalid_company_id',
            default => null,
        };
        if ($reason !== null) {
            throw new Refused($reason);
        }
    }

    /** The same, acting for a client company. */
    public function forCompany(int $company): self
    {
        return new self($this->key, $this->hq, $this->baseUrl, $company);
    }

    public function __invoke(callable $next): callable
    {
        return fn (RequestInterface $request, array $options) => $next($this->signed($request), $options);
    }

    /** Nothing of it is shown by var_dump: it has the key. */
    public function __debugInfo(): array
    {
        return ['hq' => $this->hq, 'company' => $this->company];
    }

    private function signed(RequestInterface $request): RequestInterface
    {
        $at = $request->getUri();
        $bare = $request->withoutHeader('x-api-key')->withoutHeader('x-company-id');
        $below = rtrim($this->base->getPath(), '/') . '/';
        if (self::origin($at) !== self::origin($this->base) || !str_starts_with($at->getPath() . '/', $below)) {
            return $request->getBody()->getSize() === 0 ? $bare : throw new Refused('body_to_other_origin');
        }
        $route = substr($at->getPath() . '/', strlen($below));
        $agency = str_starts_with($route, 'v2/agency/');
        $reason = match (true) {
            preg_match(self::AMBIGUOUS, $at->getPath()) || !preg_match(self::PLAIN, $route) => 'ambiguous_path',
            $agency && !$this->hq => 'agency_route_with_client_key',
            $agency && ($this->ownAccount || $this->company) => 'agency_route_with_company',
            !$agency && $this->hq && !$this->ownAccount && !$this->company => 'account_route_without_context',
            !$this->hq && $this->company !== null => 'company_with_client_key',
            default => null,
        };
        $signed = $reason === null ? $bare->withHeader('x-api-key', $this->key) : throw new Refused($reason);
        return $this->company === null ? $signed : $signed->withHeader('x-company-id', (string) $this->company);
    }

    private static function origin(UriInterface $at): string
    {
        $host = trim($at->getHost(), '[]');
        $host = filter_var($host, FILTER_VALIDATE_IP)
            ? inet_ntop(inet_pton($host)) : strtolower(preg_replace('/\.$/D', '', $host)) . '.'; // of a name only
        return $at->getScheme() . ' ' . $host . ' ' . ($at->getPort() ?? ['http' => 80, 'https' => 443][$at->getScheme()] ?? '');
    }
}
