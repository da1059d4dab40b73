<?php

declare(strict_types=1);

namespace Example\Vectors;

/** The client does not do what a case expects. */
final class Wrong extends \Exception
{
}
