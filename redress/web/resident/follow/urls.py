"""The addresses of following a complaint. None names a case: the session does."""

from django.urls import path

from redress.web.resident.follow import code, complaint, document, follow, leave, letters, step

urlpatterns = [
    path("", follow.follow, name="follow"),
    path("/code", code.code, name="follow-code"),
    path("/complaint", complaint.complaint, name="follow-complaint"),
    path("/leave", leave.leave, name="follow-leave"),
    path("/letters/<int:number>", letters.letter, name="follow-letter"),
    path("/letters/<int:number>/pdf", letters.letter_pdf, name="follow-letter-pdf"),
    path("/documents/<int:number>", document.document, name="follow-document"),
    path("/<slug:word>", step.step, name="follow-step"),
]
