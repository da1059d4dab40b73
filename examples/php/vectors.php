<?php

// Runs policy.json, redirects.json and errors.json of spec/conformance, whose folder is its argument.

declare(strict_types=1);

use Example\Vectors\ErrorCase;
use Example\Vectors\PolicyCase;
use Example\Vectors\RedirectCase;
use Example\Vectors\RuledOut;

require_once __DIR__ . '/src/autoload.php';

if ($argc !== 2) {
    fwrite(STDERR, "usage: php vectors.php <folder of spec/conformance>\n");
    exit(2);
}
// A warning of PHP is a mistake of the client.
set_error_handler(static fn (int $level, string $text) => throw new ErrorException($text));
$passed = true;
foreach (['policy' => PolicyCase::class, 'redirects' => RedirectCase::class, 'errors' => ErrorCase::class] as $file => $class) {
    $cases = json_decode(file_get_contents("$argv[1]/$file.json"), flags: JSON_THROW_ON_ERROR)->cases;
    $failed = $typed = 0;
    foreach ($cases as $case) {
        try {
            (new $class($case))->check();
        } catch (RuledOut) {
            $typed++;
        } catch (Throwable $wrong) {
            $failed++;
            echo "$file: $case->id: ", $wrong::class, ": {$wrong->getMessage()}\n";
        }
    }
    $types = $typed > 0 ? ", $typed of them by type: what is no int is no company id" : '';
    printf("%s: %d of %d%s\n", $file, count($cases) - $failed, count($cases), $types);
    $passed = $passed && $failed === 0 && $cases !== [];
}
exit($passed ? 0 : 1);
