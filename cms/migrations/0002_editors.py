"""The group of editors with rights over pages and pictures alone; Wagtail's welcome page and moderators go."""

from django.db import migrations

PAGE_RIGHTS = ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"]
PICTURE_RIGHTS = ["add_image", "change_image", "choose_image", "delete_image"]


def make_editors(apps, schema_editor):
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")

    def right(app_label, model, codename):
        kind, _ = ContentType.objects.get_or_create(app_label=app_label, model=model)
        return Permission.objects.get_or_create(
            content_type=kind, codename=codename, defaults={"name": codename.replace("_", " ")}
        )[0]

    Group.objects.filter(name="Moderators").delete()
    editors, _ = Group.objects.get_or_create(name="Editors")
    GroupPagePermission.objects.filter(group=editors).delete()
    GroupCollectionPermission.objects.filter(group=editors).delete()
    editors.permissions.set(
        [
            right("wagtailadmin", "admin", "access_admin"),
            right("wagtail_localize", "translation", "submit_translation"),
        ]
    )
    root = Page.objects.filter(depth=1).order_by("path").first()
    for codename in PAGE_RIGHTS:
        GroupPagePermission.objects.create(
            group=editors, page=root, permission=right("wagtailcore", "page", codename)
        )
    collection = Collection.objects.filter(depth=1).order_by("path").first()
    for codename in PICTURE_RIGHTS:
        GroupCollectionPermission.objects.create(
            group=editors, collection=collection, permission=right("wagtailimages", "image", codename)
        )


def remove_welcome_page(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page")
    Site.objects.filter(root_page__in=welcome).delete()
    removed, _ = welcome.delete()
    if removed:
        # The tree counts children in the parent; historical models do not do it themselves.
        root = Page.objects.get(depth=1)
        root.numchild = Page.objects.filter(depth=2, path__startswith=root.path).count()
        root.save(update_fields=["numchild"])


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.RunPython(make_editors, migrations.RunPython.noop),
        migrations.RunPython(remove_welcome_page, migrations.RunPython.noop),
    ]
