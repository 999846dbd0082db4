package io.andon.kit.problem;

import java.util.Map;

/** Something that the caller asked for and that cannot be done: subclassed once per condition. */
public abstract class Failure extends RuntimeException {

    /** What kind of thing went wrong. */
    public enum Category {
        INVALID(400),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        PRECONDITION_FAILED(412),
        UNAVAILABLE(503);

        private final int status;

        Category(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Category category;
    private final String code;
    private final String title;
    private final transient Map<String, Object> members;

    /**
     * @param code stable, for programs, for instance {@code WORK_ORDER_NOT_FOUND}
     * @param title the same for every occurrence
     * @param detail what is wrong this time and, where there is one, the way out; for people
     */
    protected Failure(Category category, String code, String title, String detail) {
        this(category, code, title, detail, Map.of());
    }

    /** @param members further members of the problem document, for instance the lines that lack stock */
    protected Failure(Category category, String code, String title, String detail, Map<String, Object> members) {
        super(detail);
        this.category = category;
        this.code = code;
        this.title = title;
        this.members = Map.copyOf(members);
    }

    public final String code() {
        return code;
    }

    final Problem asProblem() {
        return new Problem(category.status(), code, title, getMessage(), members);
    }
}
