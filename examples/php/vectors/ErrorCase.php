<?php

declare(strict_types=1);

namespace Example\Vectors;

use Example\Failure;
use Example\Reader;
use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Response;
use Psr\Http\Message\RequestInterface;
use Woodpecker\Api\AccountApi;
use Woodpecker\Api\CompaniesApi;
use Woodpecker\Api\MailboxesApi;
use Woodpecker\Api\MicrosoftMailboxesApi;
use Woodpecker\Configuration;
use Woodpecker\Model;

final class ErrorCase extends Vector
{
    public function check(): void
    {
        self::only($this->case, 'id', 'about', 'operation', 'answer', 'expect');
        $answer = $this->case->answer;
        self::only($answer, 'status', 'headers', 'body');
        $network = new Network([new Response($answer->status, (array) $answer->headers, $answer->body)]);
        [$request, $type] = self::call($this->case->operation);
        $found = (object) ['kind' => 'success'];
        try {
            (new Reader(new Client(['handler' => $network])))->read($request, $type);
        } catch (Failure $failure) {
            $found = (object) ['kind' => $failure->kind->value, 'status' => $failure->status];
            if ($failure->kind->value !== 'unexpected_response') {
                $found->title = $failure->error->title;
                $found->detail = $failure->error->detail;
                $found->code = $failure->error->code;
                $found->timestamp = $failure->error->timestamp?->format('U.u');
            }
        }
        $expect = clone $this->case->expect;
        if (isset($expect->timestamp)) {
            $expect->timestamp = (new \DateTimeImmutable($expect->timestamp))->format('U.u');
        }
        if (!self::same((array) $found, (array) $expect)) {
            throw new Wrong('it is ' . json_encode($found));
        }
    }

    private static function same(array $found, array $expect): bool
    {
        ksort($found);
        ksort($expect);
        return $found === $expect;
    }

    /** @return array{RequestInterface, ?string} the operation as a program calls it, and the type of its result */
    private static function call(string $operation): array
    {
        $settings = new Configuration();
        $account = new AccountApi(config: $settings);
        $companies = new CompaniesApi(config: $settings);
        $mailboxes = new MailboxesApi(config: $settings);
        $microsoft = new MicrosoftMailboxesApi(config: $settings);
        return match ($operation) {
            'connectMailboxes' => [
                $mailboxes->connectMailboxesRequest(new Model\ManualConnectionRequest()), Model\ConnectionBatch::class,
            ],
            'createCompanies' => [
                $companies->createCompaniesRequest(new Model\CompanyCreateRequest()), Model\CompanyCreateResult::class,
            ],
            'createCompanyApiKey' => [
                $companies->createCompanyApiKeyRequest(880101, new Model\ApiKeyCreate()), Model\CreatedApiKey::class,
            ],
            'createMicrosoftCredential' => [
                $microsoft->createMicrosoftCredentialRequest(new Model\MicrosoftCredentialCreate()),
                Model\MicrosoftCredential::class,
            ],
            'deleteMicrosoftCredential' => [$microsoft->deleteMicrosoftCredentialRequest(9001), null],
            'getMailbox' => [$mailboxes->getMailboxRequest(51001), Model\Mailbox::class],
            'getMe' => [$account->getMeRequest(), Model\Me::class],
            'listCompanies' => [$companies->listCompaniesRequest(), Model\CompanyPage::class],
            'listCompanyUsers' => [$companies->listCompanyUsersRequest(880101), Model\CompanyUserPage::class],
            'listMailboxes' => [$mailboxes->listMailboxesRequest(), Model\Mailbox::class . '[]'],
            'updateMailboxFooter' => [$mailboxes->updateMailboxFooterRequest(51001, new Model\MailboxFooterUpdate()), null],
            default => throw new Wrong("unknown operation $operation"),
        };
    }
}
