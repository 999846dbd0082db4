package io.andon.metrics.aging;

import java.util.ArrayList;
import java.util.List;

/** What a movement did to the layers, so that its void can undo just that. */
final class Trace {

    /** What it took, also what later arrived for what it left short; a void puts it back. */
    final List<Layer> taken = new ArrayList<>();

    /** What it put down and is still in place; a void takes it first. */
    final List<Layer> opened = new ArrayList<>();
}
