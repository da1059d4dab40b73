<?php

declare(strict_types=1);

namespace Example;

/** A request that is not sent; the message is a reason of the table in spec/conformance/README.md. */
final class Refused extends \RuntimeException
{
}
