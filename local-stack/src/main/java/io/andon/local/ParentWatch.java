package io.andon.local;

/**
 * Ends this program with the one that started it. Maven passes Ctrl-C on, but when Maven itself is killed nobody would
 * tell the stack, and it would stay behind with all its ports.
 */
final class ParentWatch {

    private ParentWatch() {}

    static void exitWithParentWhenAsked() {
        if (Boolean.getBoolean(Setting.STOP_WITH_PARENT.property())) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRunAsync(() -> System.exit(1)));
        }
    }
}
