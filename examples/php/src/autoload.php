<?php

declare(strict_types=1);

// Guzzle from Composer, or from Debian's php-guzzlehttp-guzzle.
$composer = __DIR__ . '/../vendor/autoload.php';
require_once is_file($composer) ? $composer : 'GuzzleHttp/autoload.php';

spl_autoload_register(static function (string $class): void {
    $file = strtr($class, [
        'Woodpecker\\' => __DIR__ . '/../build/client/lib/',
        'Example\\Vectors\\' => __DIR__ . '/../vectors/',
        'Example\\' => __DIR__ . '/',
        '\\' => '/',
    ]) . '.php';
    if (is_file($file)) {
        require_once $file;
    }
});
