package org.onewindow.casefile;

/** A clerk counted and checked the materials (核验材料); published in the step's transaction. */
public record MaterialsChecked(CaseNumber caseNumber, String actor) {}
