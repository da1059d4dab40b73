<?php

// Loads all of the generated client, and makes a call that succeeds and one that fails.

declare(strict_types=1);

require_once 'GuzzleHttp/autoload.php';

use Woodpecker\ApiException;
use Woodpecker\Configuration;

spl_autoload_register(static function (string $class): void {
    require __DIR__ . '/client/lib/' . str_replace('\\', '/', substr($class, strlen('Woodpecker\\'))) . '.php';
});
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(__DIR__ . '/client/lib')) as $file) {
    if ($file->getExtension() === 'php') {
        require_once $file->getPathname();
    }
}

$settings = (new Configuration())->setHost(getenv('WOODPECKER_BASE_URL'))->setApiKey('x-api-key', getenv('WOODPECKER_API_KEY'));
$companies = (new Woodpecker\Api\CompaniesApi(config: $settings))->listCompanies();
printf("%d companies\n", count($companies->getContent()));
try {
    (new Woodpecker\Api\AccountApi(config: $settings))->getMe((int) getenv('WOODPECKER_INACTIVE'));
} catch (ApiException $error) {
    printf("%d: %s\n", $error->getCode(), $error->getResponseObject()->getDetail());
}
