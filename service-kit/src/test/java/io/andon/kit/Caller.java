package io.andon.kit;

import io.andon.backends.Issuer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests of a person who has signed in. */
final class Caller {

    private Caller() {}

    static RequestSpecification as(Issuer issuer, String person) {
        return RestAssured.given().auth().oauth2(issuer.token(person)).contentType(ContentType.JSON);
    }
}
