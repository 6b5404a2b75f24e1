package org.onewindow.web;

import java.util.List;
import org.onewindow.web.ItemAnswer.MaterialAnswer;
import org.onewindow.web.ItemQuestions.Question;

/**
 * The materials for a reader's situation.
 *
 * @param complete whether every question that matters is answered, so that the list is the one of the case
 * @param materials those that are needed in any case
 * @param undecided those that depend on the unanswered questions
 */
record SituationAnswer(
        boolean complete, List<MaterialAnswer> materials, List<MaterialAnswer> undecided, List<Question> unanswered) {}
