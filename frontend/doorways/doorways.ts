import './doorways.css'
import { typedCodes } from './codes'
import { copyButtons } from './copying'
import { doorScreens, formsThatGoByThemselves, fullScreenButtons } from './door'
import { dropZones } from './dropZone'
import { forgetLastPerson } from './forgetting'
import { oneSubmit } from './oneSubmit'
import { printButtons } from './printing'
import { themeSwitch } from './theme'

// A module runs when the document is parsed. Every page works without any of these.
themeSwitch()
typedCodes()
dropZones()
copyButtons()
printButtons()
oneSubmit()
fullScreenButtons()
doorScreens()
formsThatGoByThemselves()
void forgetLastPerson()
