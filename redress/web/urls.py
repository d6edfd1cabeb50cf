"""Every address of the site. The last word of each is the name of its view's file and template."""

from django.urls import URLPattern, URLResolver, include, path

from redress.web.account import set_password, sign_in, sign_out, your_landlords
from redress.web.language import language
from redress.web.oversight import (
    annual,
    approve,
    circumstances,
    preview,
    provision,
    publish,
    self_assessment,
    submission,
)
from redress.web.oversight.learning import urls as learning_urls
from redress.web.public import (
    accessibility,
    comments,
    health,
    how_we_did,
    landlords,
    policy,
    privacy,
    published,
    start,
    who_can_help,
)
from redress.web.resident import check, copy, go_on, save, sent, urgent
from redress.web.resident.question import question

urlpatterns: list[URLPattern | URLResolver] = [
    path("", landlords.landlords, name="landlords"),
    path("health", health.health, name="health"),
    path("sign-in", sign_in.sign_in, name="sign-in"),
    path("sign-out", sign_out.sign_out, name="sign-out"),
    path("set-password/<str:token>", set_password.set_password, name="set-password"),
    path("your-landlords", your_landlords.your_landlords, name="your-landlords"),
    path("<slug:slug>", start.to_start),
    path("<slug:slug>/", start.start, name="start"),
    path("<slug:slug>/policy", policy.policy, name="policy-in-words"),
    path("<slug:slug>/who-can-help", who_can_help.who_can_help, name="who-can-help"),
    path("<slug:slug>/accessibility", accessibility.accessibility, name="accessibility"),
    path("<slug:slug>/privacy", privacy.privacy, name="privacy"),
    path("<slug:slug>/published", published.to_published),
    path("<slug:slug>/published/", published.published, name="published"),
    path("<slug:slug>/published/<path:path>", published.published, name="published-file"),
    path("<slug:slug>/language", language, name="language"),
    path("<slug:slug>/complain", question("complain"), name="complain"),
    path("<slug:slug>/complain/helper", question("helper"), name="helper"),
    path("<slug:slug>/complain/group", question("group"), name="group"),
    path("<slug:slug>/complain/what", question("what"), name="what"),
    path("<slug:slug>/complain/when", question("when"), name="when"),
    path("<slug:slug>/complain/safety", question("safety"), name="safety"),
    path("<slug:slug>/complain/urgent", urgent.urgent, name="urgent"),
    path("<slug:slug>/complain/files", question("files"), name="files"),
    path("<slug:slug>/complain/needs", question("needs"), name="needs"),
    path("<slug:slug>/complain/you", question("you"), name="you"),
    path("<slug:slug>/complain/check", check.check, name="check"),
    path("<slug:slug>/complain/sent", sent.sent, name="sent"),
    path("<slug:slug>/complain/copy", copy.copy, name="copy"),
    path("<slug:slug>/complain/save", save.save, name="save"),
    path("<slug:slug>/complain/saved", save.saved, name="saved"),
    path("<slug:slug>/complain/go-on/<str:token>", go_on.go_on, name="go-on"),
    path("<slug:slug>/follow", include("redress.web.resident.follow.urls")),
    path("<slug:slug>/comments/<str:token>", comments.comments, name="comments"),
    path("<slug:slug>/how-we-did/<str:token>", how_we_did.how_we_did, name="how-we-did"),
    path("<slug:slug>/oversight/annual", annual.annual, name="annual"),
    path("<slug:slug>/oversight/", include("redress.web.oversight.urls")),
    path(
        "<slug:slug>/oversight/self-assessment",
        self_assessment.self_assessment,
        name="self-assessment",
    ),
    path(
        "<slug:slug>/oversight/self-assessment/circumstances",
        circumstances.circumstances,
        name="circumstances",
    ),
    path(
        "<slug:slug>/oversight/self-assessment/<str:year>/approve",
        approve.approve,
        name="approve-assessment",
    ),
    path(
        "<slug:slug>/oversight/self-assessment/<str:year>/provision/<str:number>",
        provision.provision,
        name="provision",
    ),
    path("<slug:slug>/oversight/", include(learning_urls)),
    path("<slug:slug>/oversight/publish", publish.publish, name="publish"),
    path("<slug:slug>/oversight/publish/preview/<path:path>", preview.preview, name="preview"),
    path("<slug:slug>/oversight/submission", submission.submission, name="submission"),
    path("<slug:slug>/oversight/what-they-say", include("redress.web.oversight.heard_urls")),
    path("<slug:slug>/oversight/ombudsman", include("redress.web.oversight.ombudsman_urls")),
    path("<slug:slug>/administration/", include("redress.web.administration.urls")),
    path("<slug:slug>/desk/", include("redress.web.desk.urls")),
]
