package io.andon.local.demo.company;

/** Where goods lie. */
public record Place(String code, String name) {}
