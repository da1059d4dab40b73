<?php

// Counts the sending mailboxes of every client company of an agency, one request at a time.
//
// It reads WOODPECKER_API_KEY, an HQ key, and WOODPECKER_BASE_URL.

declare(strict_types=1);

use Example\Failure;
use Example\HeaderPolicy;
use Example\Kind;
use Example\Reader;
use Example\Walk;
use GuzzleHttp\Client;
use GuzzleHttp\HandlerStack;
use Woodpecker\Api\CompaniesApi;
use Woodpecker\Api\MailboxesApi;
use Woodpecker\Configuration;
use Woodpecker\Model\CompanyPage;
use Woodpecker\Model\Mailbox;

require_once __DIR__ . '/src/autoload.php';

/** A reader that acts for one company, or with null for the agency. */
function acting(?int $company): Reader
{
    $handlers = HandlerStack::create();
    $handlers->push(new HeaderPolicy(getenv('WOODPECKER_API_KEY'), true, getenv('WOODPECKER_BASE_URL'), $company));
    return new Reader(new Client(['handler' => $handlers, 'timeout' => 30]));
}

/** All companies: the pages as the contract's x-pagination says. */
function companies(CompaniesApi $api): array
{
    $all = [];
    $walk = new Walk();
    $agency = acting(null);
    for ($number = 1, $last = false; !$last; $number++) {
        $page = $agency->read($api->listCompaniesRequest(page: $number), CompanyPage::class);
        array_push($all, ...$page->getContent());
        $ids = array_map(fn ($company) => $company->getId(), $page->getContent());
        $totals = $page->getPaginationData();
        $last = $walk->take(
            $ids,
            [$totals?->getTotalElements(), $totals?->getTotalCount()],
            [$totals?->getTotalPages(), $totals?->getPagesCount()],
        );
    }
    return $all;
}

$settings = (new Configuration())
    ->setHost(getenv('WOODPECKER_BASE_URL'))
    // The API knows true and false; by default the client would send 1 and 0.
    ->setBooleanFormatForQueryString(Configuration::BOOLEAN_FORMAT_STRING);
$mailboxesApi = new MailboxesApi(config: $settings);
$active = $inactive = $sending = 0;
foreach (companies(new CompaniesApi(config: $settings)) as $company) {
    try {
        $mailboxes = acting($company->getId())->read($mailboxesApi->listMailboxesRequest(), Mailbox::class . '[]');
    } catch (Failure $failure) {
        if ($failure->kind !== Kind::CompanyInactive) {
            throw $failure;
        }
        $inactive++;
        continue;
    }
    $active++;
    $sending += count(array_filter($mailboxes, fn ($mailbox) => $mailbox->getType() === 'SMTP'));
}
echo "$active active companies, $inactive switched off, $sending mailboxes\n";
