package io.andon.backends;

import java.util.List;
import java.util.Optional;

/** Who can sign in: one person per role in each of the demo's tenants, all with the password that everybody knows. */
final class DemoPeople {

    static final String PASSWORD = "demo";

    private static final List<String> TENANTS = List.of("alder-street", "copper-creek", "northgate");
    private static final List<String> ROLES = List.of("viewer", "operator", "planner", "admin");

    private static final List<Person> ALL = TENANTS.stream()
            .flatMap(tenant -> ROLES.stream().map(role -> new Person(role + "@" + tenant, tenant, List.of(role))))
            .toList();

    private DemoPeople() {}

    static List<Person> all() {
        return ALL;
    }

    static Optional<Person> find(String username) {
        return ALL.stream().filter(person -> person.username().equals(username)).findFirst();
    }

    static Optional<Person> bySubject(String subject) {
        return ALL.stream().filter(person -> person.subject().equals(subject)).findFirst();
    }

    /** The person, when the password is right too. */
    static Optional<Person> authenticate(String username, String password) {
        return find(username.strip()).filter(person -> PASSWORD.equals(password));
    }
}
