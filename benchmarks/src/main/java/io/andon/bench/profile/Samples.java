package io.andon.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples of running Java code.
 *
 * @param byOwner whose code it was that ran, or that had the JDK run its own
 * @param byMethod the method that ran
 */
record Samples(long count, Map<String, Long> byOwner, Map<String, Long> byMethod) {

    private static final String EXECUTION = "jdk.ExecutionSample";

    static Samples read(Path recording) {
        Map<String, Long> byOwner = new HashMap<>();
        Map<String, Long> byMethod = new HashMap<>();
        long count = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals(EXECUTION) && event.getStackTrace() != null) {
                    List<String> stack = stack(event.getStackTrace().getFrames());
                    count++;
                    byOwner.merge(Owner.of(stack), 1L, Long::sum);
                    byMethod.merge(stack.get(0), 1L, Long::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Samples(count, byOwner, byMethod);
    }

    private static List<String> stack(List<RecordedFrame> frames) {
        return frames.stream().map(RecordedFrame::getMethod).map(Samples::name).toList();
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }
}
