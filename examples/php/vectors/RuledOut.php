<?php

declare(strict_types=1);

namespace Example\Vectors;

/** The outcome of a case whose input PHP's types do not accept: it counts as passed. */
final class RuledOut extends \Exception
{
}
